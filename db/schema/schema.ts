import * as connections from "./connections";
import * as customConnectors from "./custom-connectors";
import * as identity from "./identity";
import * as vault from "./vault";
import * as workspaces from "./workspaces";

export const schema = { ...identity, ...workspaces, ...vault, ...connections, ...customConnectors };
