/** The grid of cards. Its columns stay when there are few, so that nothing grows while somebody types. */
export const connectorGrid = "grid grid-cols-[repeat(auto-fill,minmax(min(14.5rem,100%),1fr))] gap-3";
