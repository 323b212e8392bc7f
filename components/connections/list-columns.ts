/** The columns of the list, shared by its heading, its rows and their skeletons: fewer as the page gets narrower. */
export const listColumns =
  "grid grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-x-3 md:grid-cols-[2rem_minmax(0,1.6fr)_minmax(0,1fr)_auto] lg:grid-cols-[2rem_minmax(0,2fr)_minmax(0,1.35fr)_7rem_8.5rem_minmax(0,0.9fr)_5.25rem]";
