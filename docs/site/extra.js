// The copy button of a code block is no landmark of the page: screen readers would list dozens.
new MutationObserver(() => {
  for (const nav of document.querySelectorAll(".md-code__nav:not([role])")) {
    nav.setAttribute("role", "group");
  }
}).observe(document.body, { childList: true, subtree: true });
