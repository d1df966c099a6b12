// Leaving quickly: nothing of the page stays to be seen, and "back" doesn't come here. The Shift key three times does the same.
"use strict";
(() => {
  const link = document.querySelector(".exit");
  if (!link) return;
  const apart = 5000;
  let presses = [];

  function leave(event) {
    if (event) event.preventDefault();
    try { sessionStorage.removeItem("tl-draft"); } catch { /* storage is shut: nothing is there */ }
    document.body.className = "left";
    document.title = "";
    try { top.location.replace(link.href); } catch { location.replace(link.href); }
  }

  link.addEventListener("click", leave);
  document.addEventListener("keyup", event => {
    if (event.key !== "Shift") { presses = []; return; }
    const now = Date.now();
    presses = presses.filter(at => now - at < apart).concat(now);
    if (presses.length === 3) leave();
  });
})();
