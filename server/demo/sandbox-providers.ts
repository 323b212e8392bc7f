import type { SandboxProvider } from "./sandbox-provider";
import { github } from "./providers/github";
import { google } from "./providers/google";
import { linear } from "./providers/linear";
import { microsoft } from "./providers/microsoft";
import { slack } from "./providers/slack";
import { stripe } from "./providers/stripe";
import { twilio } from "./providers/twilio";

/** Every vendor that the demo emulates. */
export const sandboxProviders: SandboxProvider[] = [github, google, slack, microsoft, linear, stripe, twilio];
