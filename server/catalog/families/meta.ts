import type { Bearer, GuideStep } from "../connector";
import type { ErrorShape } from "../operation";

/** Graph API's errors, which all of Meta's products share. */
export const metaErrors: ErrorShape = { code: "error.code", message: "error.message", param: "error.error_data.details" };

/** A token of a system user: it belongs to the business, and need not expire. */
export function metaSystemUser({ guide }: { guide: GuideStep[] }): Bearer {
  return {
    kind: "bearer",
    label: "System user token",
    guide,
    fields: [
      {
        key: "token",
        label: "Access token",
        secret: true,
        required: true,
        example: "EAAJB0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
        where: { text: "Business settings, Users, System users", url: "https://business.facebook.com/latest/settings/system_users" },
        looksLike: "EAA[A-Za-z0-9]{40,}",
        looksLikeHint: "Meta's access tokens start with EAA. The app secret does not work here.",
      },
    ],
  };
}
