"use strict";
(() => {
  const audio = document.querySelector("audio");
  if (!audio) return;
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const start = (element) => Number(element.dataset.t);
  const words = all(".w[data-t]").sort((a, b) => start(a) - start(b));
  const fillers = [...new Set(all("#timeline .mark").map(start))].sort((a, b) => a - b);
  const playheads = all(".playhead");
  const seekBar = byId("seek");
  const speeds = [1, 1.25, 1.5, 2, 0.5, 0.75];
  let spoken = null;

  const length = () => (Number.isFinite(audio.duration) ? audio.duration : Number(seekBar.max));
  const clock = (s) => {
    const whole = Math.max(0, Math.floor(s));
    const tail = String(whole % 60).padStart(2, "0");
    const minutes = Math.floor(whole / 60);
    return minutes < 60 ? `${minutes}:${tail}`
      : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${tail}`;
  };

  function wordAt(time) {
    let low = 0, high = words.length - 1, found = null;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (start(words[middle]) <= time + 0.02) { found = words[middle]; low = middle + 1; }
      else high = middle - 1;
    }
    return found && time < Number(found.dataset.e) + 0.25 ? found : null;
  }

  function show() {
    const time = audio.currentTime;
    const word = wordAt(time);
    if (word !== spoken) {
      if (spoken) spoken.classList.remove("now");
      if (word) word.classList.add("now");
      spoken = word;
    }
    const share = length() ? Math.min(1, time / length()) : 0;
    for (const line of playheads) {
      const place = line.closest(".curve") ? String(1000 * share) : `${100 * share}%`;
      line.setAttribute("x1", place);
      line.setAttribute("x2", place);
    }
    byId("now").textContent = clock(time);
    seekBar.value = time;
    seekBar.setAttribute("aria-valuetext", `${clock(time)} of ${clock(length())}`);
  }

  function follow() {
    show();
    if (!audio.paused) requestAnimationFrame(follow);
  }

  const seek = (time) => { audio.currentTime = Math.min(Math.max(0, time), length()); show(); };
  const playFrom = (time) => { seek(time); audio.play(); };
  const toggle = () => { if (audio.paused) audio.play(); else audio.pause(); };
  function jump(step) {
    const now = audio.currentTime;
    const found = step > 0 ? fillers.find((time) => time > now + 0.05)
      : fillers.filter((time) => time < now - 0.8).pop();
    if (found !== undefined) playFrom(found);
  }

  audio.addEventListener("play", () => {
    document.body.classList.add("playing");
    byId("play").setAttribute("aria-label", "Pause");
    follow();
  });
  audio.addEventListener("pause", () => {
    document.body.classList.remove("playing");
    byId("play").setAttribute("aria-label", "Play");
  });
  for (const event of ["seeked", "timeupdate", "loadedmetadata"]) audio.addEventListener(event, show);

  byId("play").addEventListener("click", toggle);
  seekBar.addEventListener("input", () => seek(Number(seekBar.value)));
  byId("speed").addEventListener("click", (event) => {
    const next = speeds[(speeds.indexOf(audio.playbackRate) + 1) % speeds.length];
    audio.playbackRate = next;
    event.currentTarget.textContent = `${next}×`;
  });
  if (byId("next")) {
    byId("next").addEventListener("click", () => jump(1));
    byId("previous").addEventListener("click", () => jump(-1));
  }
  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-t]");
    if (target) { playFrom(start(target)); focusWord(target); return; }
    const timeline = event.target.closest("#timeline");
    if (!timeline) return;
    const box = timeline.getBoundingClientRect();
    playFrom(length() * (event.clientX - box.left) / box.width);
  });

  // One word takes the focus, the arrow keys move it: a hundred stops for Tab would be too many.
  function focusWord(word) {
    if (!word.classList.contains("w")) return;
    for (const other of all('.w[tabindex="0"]')) other.tabIndex = -1;
    word.tabIndex = 0;
    word.focus({ preventScroll: true });
  }
  if (words.length) words[0].tabIndex = 0;

  function onWordKey(event, word) {
    const order = all(".w[data-t]");
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Enter") playFrom(start(word));
    else if (step && !event.shiftKey) {
      const next = order[order.indexOf(word) + step];
      if (next) { focusWord(next); next.scrollIntoView({ block: "nearest" }); }
    } else return false;
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target.closest("button, summary, input") && (event.key === " " || event.key === "Enter")) return;
    if (target === seekBar && event.key.startsWith("Arrow")) return;
    let done = target.classList.contains("w") && onWordKey(event, target);
    if (!done) {
      const step = event.shiftKey ? 5 : 1;
      const keys = {
        " ": toggle,
        ArrowLeft: () => seek(audio.currentTime - step),
        ArrowRight: () => seek(audio.currentTime + step),
        n: () => jump(1),
        p: () => jump(-1),
      };
      const action = keys[event.key];
      if (action) { action(); done = true; }
    }
    if (done) event.preventDefault();
  });

  audio.controls = false;
  audio.hidden = true;
  document.querySelector(".controls").hidden = false;
  document.body.classList.add("ready");
  const linked = /^#t=([\d.]+)$/.exec(location.hash);
  if (linked) audio.addEventListener("loadedmetadata", () => seek(Number(linked[1])), { once: true });
  show();
})();
