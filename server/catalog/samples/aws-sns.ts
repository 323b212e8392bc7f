import { amazonUser } from "./amazon-samples";
import type { ConnectorSample } from "./sample";

export const sample: ConnectorSample = { api_key: amazonUser };
