/** The columns of the list, shared by its heading, its rows and their skeletons: fewer as the page gets narrower. */
export const callColumns =
  "grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-x-3 md:grid-cols-[9rem_1.5rem_minmax(0,8rem)_minmax(0,1fr)_auto] xl:grid-cols-[9rem_1.5rem_minmax(0,8rem)_minmax(0,1fr)_minmax(0,7.5rem)_3.5rem_5rem] 2xl:grid-cols-[9rem_1.5rem_minmax(0,9rem)_minmax(0,1fr)_5rem_minmax(0,8rem)_4rem_5.5rem]";
