import { hubspotSample } from "./hubspot-samples";

export const sample = hubspotSample(["oauth", "crm.objects.contacts.read", "crm.objects.contacts.write"]);
