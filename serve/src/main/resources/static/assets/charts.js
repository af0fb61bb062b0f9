// Draws each figure from the table beside it, and then folds the table up. Without this script the table is what there is.
document.addEventListener('DOMContentLoaded', function () {
  if (!window.echarts) {
    return;
  }
  var drawn = [];

  function colour(name) {
    return window.getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  // What is not published is a gap.
  function number(cell) {
    return cell.dataset.value === '' ? null : Number(cell.dataset.value);
  }

  // Bars for a group, pale where its week was a holiday, and a line for all groups together.
  function weekSeries(rows, heads, token) {
    var series = [{
      name: heads[1].textContent, type: 'bar', barCategoryGap: '25%', itemStyle: { color: colour(token) },
      data: rows.map(function (row) {
        return row.isHoliday
          ? { value: row.to, itemStyle: { color: colour('--card'), borderColor: colour(token), borderWidth: 1 } }
          : row.to;
      })
    }];
    if (heads.length > 2) {
      series.push({
        name: heads[2].textContent, type: 'line', symbol: 'none', connectNulls: false,
        lineStyle: { color: colour('--quiet'), width: 2 }, itemStyle: { color: colour('--quiet') },
        data: rows.map(function (row) { return row.from; })
      });
    }
    return series;
  }

  function read(figure) {
    return Array.prototype.map.call(figure.querySelectorAll('tbody tr'), function (row) {
      var cells = row.querySelectorAll('[data-value]');
      return {
        label: row.dataset.label,
        name: row.querySelector('th').textContent.trim().replace(/\s+/g, ' '),
        isHoliday: row.dataset.holiday === 'true',
        texts: Array.prototype.map.call(cells, function (cell) { return cell.textContent.trim(); }),
        to: number(cells[0]),
        from: cells.length > 1 ? number(cells[1]) : null
      };
    });
  }

  function options(figure, rows) {
    var heads = figure.querySelectorAll('thead th');
    var isCount = figure.dataset.chart === 'count';
    var isMeetings = figure.dataset.chart === 'meetings';
    var isWeek = figure.dataset.chart.indexOf('week') === 0;
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
          if (isWeek) {
            return row.texts.reduce(function (text, value, i) {
              return text + '\n' + heads[i + 1].textContent + ': ' + value;
            }, row.name);
          }
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
        type: 'value', minInterval: isWeek ? 0 : 1, splitLine: { lineStyle: { color: colour('--line') } },
        axisLabel: { color: text.color, formatter: function (value) { return Math.abs(value).toLocaleString('en'); } }
      },
      series: isWeek ? weekSeries(rows, heads, figure.dataset.chart === 'week-meetings' ? '--meeting' : '--accent') : isCount ? [bars(heads[1].textContent, 'to', '--accent', 1)] : [
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
