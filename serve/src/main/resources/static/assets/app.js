// Sends the proof that a request is ours along with what htmx asks for.
document.addEventListener('htmx:configRequest', function (event) {
  var csrf = document.querySelector('meta[name="csrf"]');
  if (csrf) {
    event.detail.headers['X-CSRF-TOKEN'] = csrf.content;
  }
});

// Progress: the server pushes a pane whenever it changes. Where that is not to be had, the pane is asked for.
document.addEventListener('DOMContentLoaded', function () {
  document.querySelectorAll('[data-events], [data-over="no"]').forEach(function (pane) {
    var poll = null;
    function show(html) {
      pane.innerHTML = html;
      if (pane.querySelector('[data-ended]')) {
        stop();
        window.location.reload();
      }
    }
    function ask() {
      fetch(pane.dataset.pane, { headers: { 'HX-Request': 'true' } }).then(function (answer) {
        return answer.ok ? answer.text().then(show) : null;
      }).catch(function () { return null; });
    }
    function startPolling() {
      if (!poll) {
        poll = window.setInterval(ask, 2000);
      }
    }
    function stop() {
      if (source) { source.close(); }
      if (poll) { window.clearInterval(poll); }
    }
    var source = null;
    if (pane.dataset.events && window.EventSource) {
      source = new EventSource(pane.dataset.events);
      source.addEventListener('pane', function (event) { show(event.data); });
      source.addEventListener('error', function () { source.close(); startPolling(); });
    } else {
      startPolling();
    }
  });
});

// On a phone the navigation is one row that scrolls: where one is shows in it.
document.addEventListener('DOMContentLoaded', function () {
  var row = document.querySelector('.side');
  var here = document.querySelector('.side [aria-current]');
  if (row && here && row.scrollWidth > row.clientWidth) {
    row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }
});
