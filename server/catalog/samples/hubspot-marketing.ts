import { hubspotSample } from "./hubspot-samples";

export const sample = hubspotSample(["oauth", "marketing.campaigns.read", "forms"]);
