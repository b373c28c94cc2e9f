// Marks hits in a page. The program searches the text and calls these functions; nothing else runs.
window.finder = (function () {
  var BLOCKS = 'p, li, td, th, h1, h2, h3, h4, h5, h6, pre, blockquote, div, section, main';
  var places = [];
  var marks = [];

  function clear() {
    marks.forEach(function (parts) {
      parts.forEach(function (part) {
        if (part.parentNode) {
          part.parentNode.replaceChild(part.firstChild, part);
        }
      });
    });
    marks = [];
    document.querySelector('main').normalize();
  }

  // The text of the page; blocks are lines.
  function text() {
    clear();
    places = [];
    var walker =
        document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT, null, false);
    var all = '';
    var block = null;
    for (var node = walker.nextNode(); node; node = walker.nextNode()) {
      var own = node.parentNode.closest(BLOCKS);
      all += block && own !== block ? '\n' : '';
      block = own;
      places.push({node: node, start: all.length, end: all.length + node.length});
      all += node.data;
    }
    return all;
  }

  function wrap(node, start, end) {
    if (end < node.length) {
      node.splitText(end);
    }
    var hit = start > 0 ? node.splitText(start) : node;
    var mark = document.createElement('mark');
    hit.parentNode.replaceChild(mark, hit);
    mark.appendChild(hit);
    return mark;
  }

  // Marks ranges of the text, in order. From the end, so that what is split off is done.
  function mark(ranges) {
    marks = ranges.map(function () { return []; });
    var last = ranges.length - 1;
    for (var p = places.length - 1; p >= 0 && last >= 0; p--) {
      var place = places[p];
      for (var i = last; i >= 0 && ranges[i][1] > place.start; i--) {
        var start = Math.max(ranges[i][0], place.start);
        var end = Math.min(ranges[i][1], place.end);
        if (start < end) {
          marks[i].unshift(wrap(place.node, start - place.start, end - place.start));
        }
      }
      while (last >= 0 && ranges[last][0] >= place.start) {
        last--;
      }
    }
  }

  // The first hit at or below a height of the page, or the first of all.
  function firstFrom(top) {
    for (var i = 0; i < marks.length; i++) {
      if (marks[i][0].getBoundingClientRect().bottom + window.pageYOffset > top) {
        return i;
      }
    }
    return 0;
  }

  function go(index) {
    marks.forEach(function (parts, i) {
      parts.forEach(function (part) { part.className = i === index ? 'current' : ''; });
    });
    var box = marks[index][0].getBoundingClientRect();
    if (box.top < 0 || box.bottom > window.innerHeight) {
      window.scrollTo(0, window.pageYOffset + box.top - window.innerHeight / 3);
    }
  }

  return {clear: clear, text: text, mark: mark, firstFrom: firstFrom, go: go};
})();
