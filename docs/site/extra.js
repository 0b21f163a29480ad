// What the theme leaves out for those who use a keyboard or a screen reader.
const mend = () => {
  for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) {
    nav.setAttribute("role", "none"); // the copy button of a code block is no landmark of the page
  }
  for (const table of document.querySelectorAll(".md-typeset__scrollwrap:not([tabindex])")) {
    if (table.scrollWidth > table.clientWidth) {
      table.tabIndex = 0; // a table that is too wide can be scrolled with the arrow keys
    }
  }
};
new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
addEventListener("resize", mend);
addEventListener("load", mend);
