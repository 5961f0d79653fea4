/** What documents call the parts of a pagination, as joined words (`wordsOf`): whole names, never parts of them. */

function names(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

export const pageNames = names("page pagenumber pagenum pageno pageindex currentpage");

export const offsetNames = names("offset skip start startindex startat firstresult");

/** What has an end is no list in pages that begins somewhere. */
export const endNames = names("end stop until to finish");

export const sizeNames = names(
  "limit count size pagesize perpage pagelimit maxresult maxresults maxitems maxcount max take top rows num numresults itemsperpage resultsperpage recordsperpage batchsize",
);

export const cursorNames = names(
  "cursor nextcursor pagecursor aftercursor after afterid startingafter pagetoken nextpagetoken pagepointer nextpagepointer nexttoken paginationtoken continuationtoken continuation continue marker nextmarker bookmark scrollid",
);

/** Names that are a cursor's only where the response has one that is called `next` and the same. */
export const cursorNamesInPairs = names("page offset token key start pageid");

/** Those that may be the id of an item. */
export const cursorNamesOfIds = names("after afterid startingafter");

export const nextNames: readonly string[] =
  "nextcursor nextpagetoken nexttoken nextpagecursor nextcontinuationtoken nextmarker nextpage nextoffset next endcursor".split(
    " ",
  );

export const nextUrlNames = names(
  "next nexturl nexturi nextlink nexthref nextpage nextpageurl nextpageuri nextpagelink odatanextlink",
);

export const moreNames = names(
  "hasmore hasmoreitems hasmoreresults hasmorepages hasnext hasnextpage more moreavailable istruncated",
);

export const totalNames = names(
  "total totalcount totalrecords totalresults totalitems totalelements totalentries totalhits totalnumber totalrows totalsize recordcount totalobjects",
);

export const totalPagesNames = names("totalpages totalpagecount pagestotal numpages numberofpages lastpage");

/** True for the name of an object that is about pages, and not about what is listed. */
export function isAboutPages(words: string): boolean {
  return words.startsWith("pag") || aboutPages.has(words);
}

const aboutPages = names(
  "meta metadata responsemetadata searchmetadata cursor cursors link links next info listinfo resultinfo listmeta",
);
