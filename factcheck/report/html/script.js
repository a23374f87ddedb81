"use strict";
(() => {
  document.documentElement.classList.add("js");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // What a link leads to may stand in something folded.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView();
  };

  // Paper cannot be unfolded.
  let unfolded = [];
  const unfold = () => { unfolded = all("details:not([open])"); for (const one of unfolded) one.open = true; };
  const fold = () => { for (const one of unfolded) one.open = false; };

  const has = (list, value) => (list || "").split(" ").includes(value);
  const fits = (one, wanted) =>
    (!wanted.articles || has(one.dataset.articles, wanted.articles)) &&
    (!wanted.category || has(one.dataset.category, wanted.category)) &&
    (!wanted.severity || has(one.dataset.severity, wanted.severity));
  const says = (one, words) => !words || one.textContent.toLowerCase().includes(words);
  const told = (one, status) =>
    !status || one.dataset.status === status || (status === "several" && one.dataset.articles.includes(" "));

  const filter = (form) => {
    const findings = all(".finding");
    const events = all(".events > li");
    const apply = () => {
      const wanted = Object.fromEntries(new FormData(form));
      const words = wanted.words.trim().toLowerCase();
      for (const one of findings) one.hidden = !(fits(one, wanted) && says(one, words));
      const shown = new Set();
      for (const one of events) {
        one.hidden = !(fits(one, wanted) && told(one, wanted.status) && says(one, words));
        if (!one.hidden) shown.add(one.dataset.event);
      }
      for (const one of all(".plot [data-event]")) one.classList.toggle("out", !shown.has(one.dataset.event));
      for (const one of all(".story")) one.hidden = !one.querySelector(".mark:not(.out)");
      for (const one of all(".group")) one.hidden = !one.querySelector(".finding:not([hidden])");
      for (const one of all("details.article")) one.hidden = !fits(one, { articles: wanted.articles });
      const left = findings.filter((one) => !one.hidden).length;
      document.getElementById("left").textContent =
        `${left} of ${findings.length} findings, ${shown.size} of ${events.length} events`;
      document.getElementById("detail")?.replaceChildren();
      for (const plot of all(".plot").reverse()) begin(plot);
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    apply();
  };

  const show = (mark) => {
    const number = mark.dataset.event;
    for (const one of all(".plot [data-event]")) one.classList.toggle("same", one.dataset.event === number);
    const event = document.getElementById(`event-${number}`);
    document.getElementById("detail").replaceChildren(...event.cloneNode(true).childNodes);
  };
  const place = (mark) => {
    const box = mark.querySelector("rect");
    return { x: +box.getAttribute("x") + box.getAttribute("width") / 2, y: +box.getAttribute("y") };
  };
  // One mark of a drawing is a stop of the Tab key.
  const stop = (plot, at) => {
    for (const mark of all(".mark", plot)) mark.setAttribute("tabindex", mark === at ? "0" : "-1");
  };

  // Begin where articles disagree, not in the year that the oldest of them mentions.
  const begin = (plot) => {
    const tie = plot.querySelector(".tie.disputed:not(.out)");
    const first = (tie && plot.querySelector(`.mark.disputed[data-event="${tie.dataset.event}"]`)) ||
      plot.querySelector(".mark.disputed:not(.out)") || plot.querySelector(".mark:not(.out)");
    if (!first) return;
    show(first);
    stop(plot, first);
    plot.parentElement.scrollLeft = place(first).x - plot.parentElement.clientWidth / 2;
  };

  const timeline = (plot) => {
    // The nearest mark in a direction; along a row before across rows.
    const next = (from, key) => {
      const here = place(from);
      const along = key === "ArrowLeft" || key === "ArrowRight";
      const sign = key === "ArrowLeft" || key === "ArrowUp" ? -1 : 1;
      let best = null, least = Infinity;
      for (const mark of all(".mark:not(.out)", plot)) {
        const there = place(mark);
        const x = there.x - here.x, y = there.y - here.y;
        const ahead = sign * (along ? x : y), aside = Math.abs(along ? y : x);
        if (mark === from || ahead < 0.5) continue;
        const far = ahead + (along ? 20 : 2) * aside;
        if (far < least) { best = mark; least = far; }
      }
      return best;
    };
    plot.addEventListener("keydown", (event) => {
      const from = event.target.closest(".mark");
      if (!from || !event.key.startsWith("Arrow") || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const to = next(from, event.key);
      if (!to) return;
      stop(plot, to);
      to.focus();
    });
    for (const kind of ["focusin", "pointerover"]) {
      plot.addEventListener(kind, (event) => {
        const mark = event.target.closest(".mark");
        if (mark) show(mark);
      });
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector(".filters");
    for (const plot of all(".plot")) timeline(plot);
    if (form) filter(form);
    for (const one of all("[data-show]")) {
      const toggle = () => document.body.classList.toggle(`no-${one.dataset.show}`, !one.checked);
      one.addEventListener("change", toggle);
      toggle();
    }
    addEventListener("hashchange", reveal);
    addEventListener("beforeprint", unfold);
    addEventListener("afterprint", fold);
    reveal();
  });
})();
