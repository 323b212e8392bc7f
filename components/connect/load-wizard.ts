/** The wizard's code, fetched once. */
export const loadWizard = () => import("./connect-wizard").then((file) => file.ConnectWizard);
