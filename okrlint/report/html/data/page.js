"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const shown = document.getElementById("shown");
  const all = (within, selector) => Array.from(within.querySelectorAll(selector));
  const fits = (choice, value) => choice === "" || choice === "=" + (value || "");

  const apply = () => {
    const by = {};
    for (const select of all(form, "select")) by[select.dataset.by] = select.value;
    const hasFinding = (node) =>
      all(node, ":scope > .findings > .finding").some((one) => fits(by.rule, one.dataset.rule));
    const whole = by.rule === "" && by.owner === "";
    let count = 0;
    let total = 0;

    for (const one of all(document, ".finding")) one.hidden = !fits(by.rule, one.dataset.rule);
    for (const article of all(document, "article.document")) {
      const here = fits(by.document, article.dataset.document);
      let any = whole || (by.owner === "" && hasFinding(article));
      for (const branch of all(article, ".objectives > li")) {
        let some = whole || (by.owner === "" && hasFinding(branch));
        for (const leaf of all(branch, ".leaf")) {
          const fit =
            fits(by.owner, leaf.dataset.owner) && (by.rule === "" || hasFinding(leaf));
          leaf.hidden = !fit;
          some = some || fit;
          if (leaf.classList.contains("dropped")) continue;
          total += 1;
          count += here && fit ? 1 : 0;
        }
        branch.hidden = !some;
        any = any || some;
      }
      article.hidden = !(here && any);
    }
    for (const row of all(document, "tr[data-owner]")) {
      row.hidden = !(fits(by.owner, row.dataset.owner) && fits(by.document, row.dataset.document));
    }
    shown.textContent = `${count} of ${total} key results shown`;
  };

  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply, 0));
  form.hidden = false;
  apply();
})();
