/** How the server tells the code behind Next who called; whatever a client sends under this name is dropped. */
export const clientAddressHeader = "x-patchbay-client-address";
