import { bans } from "./boundaries.js";
import { createBan } from "./create-ban.js";
import { importDirection } from "./import-direction.js";
import { noDoubleCast } from "./no-double-cast.js";
import { noEnum } from "./no-enum.js";

/** Oxlint plugin: the borders of this project, from the tables in boundaries.js. */
export default {
  meta: { name: "patchbay" },
  rules: {
    "import-direction": importDirection,
    "no-double-cast": noDoubleCast,
    "no-enum": noEnum,
    ...Object.fromEntries(bans.map((ban) => [ban.rule, createBan(ban)])),
  },
};
