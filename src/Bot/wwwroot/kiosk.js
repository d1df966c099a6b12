// A library's computer: when somebody walks away, the page warns, then forgets them.
"use strict";
(() => {
  const warning = document.getElementById("still-there");
  const left = document.getElementById("seconds-left");
  const quiet = Number(warning.dataset.seconds), grace = Number(warning.dataset.grace);
  let since = Date.now();

  const clear = () => {
    try { sessionStorage.clear(); } catch { /* storage is shut: nothing is there */ }
    location.replace("/kiosk/clear");
  };
  const here = () => {
    if (warning.open) warning.close();
    since = Date.now();
  };

  document.getElementById("here").addEventListener("click", here);
  warning.addEventListener("cancel", here);
  for (const sign of ["keydown", "pointerdown", "pointermove", "wheel", "touchstart", "scroll"]) {
    document.addEventListener(sign, () => { if (!warning.open) since = Date.now(); }, { passive: true, capture: true });
  }

  // The clock and not a count: a computer that slept has been left.
  setInterval(() => {
    const gone = (Date.now() - since) / 1000;
    if (gone >= quiet + grace) { clear(); return; }
    if (gone >= quiet) {
      if (!warning.open) warning.showModal();
      const seconds = Math.ceil(quiet + grace - gone);
      if (seconds % 10 === 0 || seconds <= 5) left.textContent = seconds;
    }
  }, 500);
  addEventListener("pageshow", event => { if (event.persisted) clear(); });
})();
