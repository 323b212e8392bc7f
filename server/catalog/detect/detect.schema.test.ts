import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connectors } from "../registry";
import { detect } from "./detect.schema";
import { traces } from "./traces.schema";

const ids = (name: string, text: string) => detect([{ name, text }]).map(({ id }) => id).toSorted();

describe("what a project's files say that it uses", () => {
  it("reads package.json, and gives a package to who knows it most closely", () => {
    const text = JSON.stringify({
      dependencies: { stripe: "^18.0.0", "@slack/bolt": "4", "@aws-sdk/client-s3": "3", react: "19" },
      devDependencies: { "@sentry/vite-plugin": "2" },
      optionalDependencies: { pg: "8" },
    });
    expect(ids("package.json", text)).toEqual(["aws-s3", "postgresql", "sentry", "slack", "stripe"]);
    expect(ids("apps/api/package.json", '{"dependencies":{"@aws-sdk/client-ses":"3","shop-layout":"1"}}')).toEqual(["aws"]);
  });

  it("reads requirements.txt, whose names are written in many ways", () => {
    expect(ids("requirements.txt", "# stripe\nDjango>=5\nSlack_SDK==3.1\nsentry-sdk[django]~=2.0 ; python_version > '3.9'\n-r base.txt\ngoogle.cloud.bigquery\n")).toEqual(["bigquery", "sentry", "slack"]);
    expect(ids("requirements-dev.txt", "psycopg[binary]\n")).toEqual(["postgresql"]);
  });

  it("reads pyproject.toml as PEP 621, PEP 735 and Poetry write it, and a Pipfile", () => {
    expect(ids("pyproject.toml", '[project]\nname = "stripe"\nkeywords = ["twilio"]\ndependencies = [\n  "uvicorn[standard]>=1",\n  "stripe>=12", # "notion-client"\n]\n[project.optional-dependencies]\nsearch = ["jira"]\n[dependency-groups]\ndev = ["sentry-sdk"]\n')).toEqual(["jira", "sentry", "stripe"]);
    expect(ids("pyproject.toml", '[tool.poetry]\nname = "x"\n[tool.poetry.dependencies]\npython = "^3.12"\ntwilio = "^9"\n[tool.poetry.group.dev.dependencies]\nasana = "*"\n[tool.ruff]\nslack-sdk = "x"\n')).toEqual(["asana", "twilio"]);
    expect(ids("Pipfile", '[packages]\nboto3 = "*"\n[requires]\nstripe = "1"\n')).toEqual(["aws"]);
  });

  it("reads go.mod, but not what only its modules need", () => {
    expect(ids("go.mod", "module example.test/app\n\ngo 1.24\n\nrequire (\n\tgithub.com/stripe/stripe-go/v82 v82.1.0\n\tgithub.com/redis/go-redis/v9 v9.7.0 // indirect\n)\nrequire github.com/slack-go/slack v0.17.0\n")).toEqual(["slack", "stripe"]);
  });

  it("reads a Gemfile and composer.json", () => {
    expect(ids("Gemfile", 'source "https://rubygems.org"\ngem "twilio-ruby", "~> 7"\n# gem "stripe"\n  gem \'pg\'\n')).toEqual(["postgresql", "twilio"]);
    expect(ids("composer.json", '{"require":{"php":">=8","sentry/sentry-laravel":"^4"},"require-dev":{"laravel/cashier":"^15"}}')).toEqual(["sentry", "stripe"]);
  });

  it("reads variables, also behind what frameworks put before them, and not those of comments", () => {
    expect(ids(".env.example", "STRIPE_SECRET_KEY=\nexport SLACK_BOT_TOKEN='x'\n# TWILIO_AUTH_TOKEN=\nNEXT_PUBLIC_SENTRY_DSN=https://a@b/1\nAUTH_GITHUB_ID=1\nGITHUB_SHA=1\nNODE_ENV=production\n")).toEqual(["github", "sentry", "slack", "stripe"]);
    expect(ids("web.env", "AWS_ACCESS_KEY_ID=x\nAWS_S3_BUCKET=y\n")).toEqual(["aws", "aws-s3"]);
  });

  it.each([
    ["DATABASE_URL=postgres://u:p@h/db", "postgresql"],
    ['DATABASE_URL="postgresql+asyncpg://u:p@h/db"', "postgresql"],
    ["DATABASE_URL=mysql2://u:p@h/db", "mysql"],
    ["DB=mongodb+srv://u:p@h/db", "mongodb"],
    ["CACHE=rediss://:p@h:6379", "redis"],
    ["DB_CONNECTION=pgsql", "postgresql"],
    ["ALERTS=https://hooks.slack.com/services/T/B/x", "slack"],
    ["STORE=https://acme.myshopify.com", "shopify"],
  ])("knows the vendor of %s", (line, id) => {
    expect(ids(".env", line)).toEqual([id]);
  });

  it("reads images and variables of a compose file", () => {
    expect(ids("docker-compose.dev.yml", "services:\n  db:\n    image: docker.io/library/postgres:17\n  # image: mongo\n  cache:\n    image: 'redis:7-alpine'\n  app:\n    environment:\n      - SENDGRID_API_KEY=${KEY}\n      ZENDESK_TOKEN: abc\n")).toEqual(["postgresql", "redis", "sendgrid", "zendesk"]);
  });

  it("reads MCP configurations: names, addresses, packages and variables of servers", () => {
    const text = '{\n  // editors allow this\n  "mcpServers": {\n    "linear": {"url": "https://mcp.linear.app/sse"},\n    "money": {"command": "npx", "args": ["-y", "@stripe/mcp@latest", "--api-key=sk_test_1"]},\n    "repo": {"command": "docker", "env": {"GITHUB_PERSONAL_ACCESS_TOKEN": "ghp_1"}},\n  }\n}';
    expect(ids(".mcp.json", text)).toEqual(["github", "linear", "stripe"]);
    expect(ids("claude_desktop_config.json", '{"mcpServers":{"atlassian":{"command":"x"}}}')).toEqual(["jira"]);
    expect(ids(".vscode/mcp.json", '{"servers":{"x":{"url":"https://mcp.notion.com/mcp"}}}')).toEqual(["notion"]);
  });

  it.each([
    ["package.json", '{"dependencies":{"stripe":"1"}}'],
    [".env", "STRIPE_SECRET_KEY=x"],
    ["requirements.txt", "stripe==12\nflask\n"],
    ["go.mod", "module a\nrequire github.com/stripe/stripe-go/v82 v82.1.0"],
    ["an MCP configuration", '{"mcpServers":{"stripe":{}}}'],
    ["a Gemfile", 'gem "stripe"'],
    ["composer.json", '{"require":{"stripe/stripe-php":"*"}}'],
    ["pyproject.toml", '[project]\ndependencies = ["stripe"]'],
    ["a compose file", "services:\n  a:\n    environment:\n      STRIPE_KEY: x"],
  ])("sees that pasted text is %s", (_, text) => {
    expect(ids("", text)).toEqual(["stripe"]);
  });

  it("says why, once per name, and puts what has more reasons first", () => {
    expect(
      detect([
        { name: "a/package.json", text: '{"dependencies":{"slack-notify":"1","redis":"4"}}' },
        { name: ".env", text: "REDIS_URL=redis://h" },
      ]),
    ).toEqual([
      { id: "redis", because: [{ kind: "package", name: "redis", file: "a/package.json" }, { kind: "variable", name: "REDIS_URL", file: ".env" }] },
      { id: "slack", because: [{ kind: "package", name: "slack-notify", file: "a/package.json" }] },
    ]);
  });

  it.each(["", "{", "null", "[]", '{"dependencies":[1]}', '{"mcpServers":{"a":null,"b":{"args":[1,{}],"env":[]}}}', "\0\0", "=".repeat(10_000)])("finds nothing in %j", (text) => {
    for (const name of ["", "package.json", ".env", "mcp.json", "pyproject.toml", "compose.yaml"]) expect(ids(name, text)).toEqual([]);
  });
});

describe("values", () => {
  const names = ["", "package.json", ".env", "mcp.json", "pyproject.toml", "compose.yaml", "go.mod", "Gemfile", "requirements.txt"];

  it("never leave, wherever they stand", () => {
    const secret = fc.stringMatching(/^canary[A-Za-z0-9_+/=.-]{16,40}$/);
    fc.assert(
      fc.property(secret, fc.constantFrom(...names), (value, name) => {
        const text = [
          `STRIPE_SECRET_KEY=${value}`,
          `SLACK_BOT_TOKEN="${value}"`,
          `DATABASE_URL=postgres://${value}:${value}@${value}.example.test/${value}`,
          `WEBHOOK=https://${value}@hooks.slack.com/services/${value}`,
          `    - GITHUB_TOKEN=${value}`,
          `      TWILIO_AUTH_TOKEN: ${value}`,
          "-----BEGIN PRIVATE KEY-----",
          value,
          `${value.toUpperCase()}==`,
        ].join("\n");
        const json = JSON.stringify({ mcpServers: { github: { url: `https://u:${value}@api.githubcopilot.com/${value}`, args: [value, `--key=${value}`, `@stripe/mcp@${value}`], env: { STRIPE_KEY: value }, headers: { authorization: value } } } });
        for (const written of [text, json]) expect(JSON.stringify(detect([{ name, text: written }])).toLowerCase()).not.toContain(value.toLowerCase());
      }),
      { numRuns: 300 },
    );
  });
});

describe("the table", () => {
  it("knows every connector", () => {
    expect(connectors.filter(({ slug }) => !(slug in traces)).map(({ slug }) => slug)).toEqual([]);
  });

  it("names no connector twice for one name, unless both know it as closely", () => {
    const shared = new Map<string, string[]>();
    for (const [id, known] of Object.entries(traces)) {
      for (const [kind, list] of Object.entries(known)) for (const name of list.split(" ")) shared.set(`${kind} ${name}`, [...(shared.get(`${kind} ${name}`) ?? []), id]);
    }
    expect([...shared].filter(([, owners]) => owners.length > 1)).toEqual([]);
  });

  it("has no empty names and no stray spaces", () => {
    for (const known of Object.values(traces)) for (const list of Object.values(known)) expect(list).toMatch(/^\S+( \S+)*$/);
  });
});
