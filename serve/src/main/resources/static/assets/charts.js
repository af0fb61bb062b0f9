// Draws each figure from the table beside it, and then folds the table up. Without this script the table is what there is.
document.addEventListener('DOMContentLoaded', function () {
  if (!window.echarts) {
    return;
  }
  var drawn = [];

  function colour(name) {
    return window.getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function read(figure) {
    return Array.prototype.map.call(figure.querySelectorAll('tbody tr'), function (row) {
      var cells = row.querySelectorAll('[data-value]');
      return {
        label: row.dataset.label,
        name: row.querySelector('th').textContent.trim(),
        to: Number(cells[0].dataset.value),
        from: cells.length > 1 ? Number(cells[1].dataset.value) : null
      };
    });
  }

  function options(figure, rows) {
    var heads = figure.querySelectorAll('thead th');
    var isCount = figure.dataset.chart === 'count';
    var isMeetings = figure.dataset.chart === 'meetings';
    var text = { color: colour('--quiet'), fontFamily: 'system-ui, sans-serif', fontSize: 12 };
    function bars(name, key, token, sign) {
      return {
        name: name, type: 'bar', stack: 'both', barCategoryGap: '25%',
        itemStyle: { color: colour(token) },
        data: rows.map(function (row) { return sign * row[key]; })
      };
    }
    return {
      animation: false,
      textStyle: text,
      grid: { left: 4, right: 4, top: 8, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' }, confine: true,
        backgroundColor: colour('--card'), borderColor: colour('--line'), textStyle: { color: colour('--text'), fontSize: 12 },
        formatter: function (points) {
          var row = rows[points[0].dataIndex];
          if (row.from === null) {
            return row.name + '\n' + heads[1].textContent + ': ' + row.to.toLocaleString('en');
          }
          return row.name + '\n' + heads[1].textContent + ': ' + row.to + '\n' + heads[2].textContent + ': ' + row.from;
        }
      },
      xAxis: {
        type: 'category', data: rows.map(function (row) { return row.label; }),
        axisTick: { show: false }, axisLine: { onZero: true, lineStyle: { color: colour('--quiet') } },
        axisLabel: { color: text.color, hideOverlap: true }, position: 'bottom'
      },
      yAxis: {
        type: 'value', minInterval: 1, splitLine: { lineStyle: { color: colour('--line') } },
        axisLabel: { color: text.color, formatter: function (value) { return Math.abs(value).toLocaleString('en'); } }
      },
      series: isCount ? [bars(heads[1].textContent, 'to', '--accent', 1)] : [
        bars(heads[1].textContent, 'to', isMeetings ? '--meeting' : '--to', 1),
        bars(heads[2].textContent, 'from', isMeetings ? '--meeting-soft' : '--from', -1)
      ]
    };
  }

  document.querySelectorAll('figure[data-chart]').forEach(function (figure) {
    var place = figure.querySelector('.canvas');
    if (!place) {
      return;
    }
    figure.classList.add('drawn');
    var chart = window.echarts.init(place, null, { renderer: 'canvas' });
    var rows = read(figure);
    function draw() { chart.setOption(options(figure, rows), true); }
    draw();
    figure.querySelector('details').open = false;
    drawn.push(function () { chart.resize(); draw(); });
  });

  function drawAll() { drawn.forEach(function (draw) { draw(); }); }
  window.addEventListener('resize', drawAll);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
});
