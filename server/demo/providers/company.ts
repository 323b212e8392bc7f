/** The invented company whose accounts the sandbox holds. People in it have roles, not names. */
export const company = { name: "Harbor & Pine", slug: "harbor-and-pine", domain: "harborpine.example" };

export const owner = { name: "Demo Owner", email: `owner@${company.domain}` };
