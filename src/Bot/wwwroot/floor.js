// Keeps the floor as it is now. Without it the page shows how it was when it was opened.
"use strict";
(() => {
  const floor = document.getElementById("floor");
  const pause = 5000;
  async function look() {
    if (!document.hidden) {
      try {
        const answer = await fetch(floor.dataset.from, { redirect: "manual" });
        if (answer.status === 401 || answer.status === 403 || answer.type === "opaqueredirect") return location.reload();
        const html = answer.ok ? await answer.text() : "";
        const held = floor.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
        if (html && floor.innerHTML !== html) {
          floor.innerHTML = html;
          if (held) [...floor.querySelectorAll("a")].find(link => link.getAttribute("href") === held)?.focus();
        }
      } catch { /* no network: the time on the page says how old it is */ }
    }
    setTimeout(look, pause);
  }
  setTimeout(look, pause);
})();
