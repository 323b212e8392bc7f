/** What the demo takes from the shell that started it. Nothing that could lead it to a real database or vault. */
const inherited = ["PATH", "HOME", "LANG", "TMPDIR", "TERM", "NODE_OPTIONS", "LOG_LEVEL"];

export type DemoSettings = { port: number; publicUrl: string; dataDir: string; endpointsFile: string };

/** The environment of the demo's server. */
export function demoEnv(shell: Record<string, string | undefined>, settings: DemoSettings, emulators: Record<string, string>): NodeJS.ProcessEnv {
  const kept = inherited.flatMap((name): [string, string][] => (shell[name] === undefined ? [] : [[name, shell[name]]]));
  return {
    LOG_LEVEL: "warn",
    ...Object.fromEntries(kept),
    ...emulators,
    NODE_ENV: "production",
    ENV_FILE: "",
    PATCHBAY_SANDBOX: "1",
    HOST: "127.0.0.1",
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    DATA_DIR: settings.dataDir,
    CONNECTOR_ENDPOINTS: settings.endpointsFile,
  };
}
