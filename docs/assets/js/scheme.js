// Before the page is painted: the scheme that the reader chose last time.
(function () {
  "use strict";
  var root = document.documentElement;
  root.className = "js";
  try {
    var chosen = localStorage.getItem("navigator.scheme");
    if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  } catch (blocked) {
    // Storage is blocked: the system decides.
  }
})();
