// Moves the bar while a table is tried, and shows what was found. Without it the link "Look again" does the same.
"use strict";
(() => {
  const bar = document.getElementById("bar"), tried = document.getElementById("tried");
  const pause = 400;

  async function look() {
    try {
      const answer = await fetch(bar.dataset.from, { redirect: "manual" });
      const said = answer.ok ? await answer.text() : "done";
      if (said === "done") { location.reload(); return; }
      bar.value = Number(said);
      tried.textContent = `${said} of ${bar.max}`;
    } catch { tried.textContent = "There is no connection just now."; }
    setTimeout(look, pause);
  }
  setTimeout(look, pause);
})();
