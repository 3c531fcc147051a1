// Charts are drawn when they come near the screen, and redrawn when the theme changes.

class ChartWall {
  constructor(data, callbacks) {
    this.data = data;
    this.callbacks = callbacks;
    this.handles = new Map();
    this.selected = new Set();
    this.figures = [...document.querySelectorAll("figure[data-chart]")];
    // Room for every chart beforehand: only those near the screen are drawn then, and nothing moves when they are.
    this.figures.forEach(figure => { figure.querySelector(".host").style.minHeight = `${this.spec(figure).height}px`; });
    themeListeners.push(dark => this.handles.forEach(handle => handle.redraw(data.themes[dark ? "dark" : "light"])));
    addEventListener("beforeprint", () => this.figures.forEach(figure => this.draw(figure)));
    const observer = new IntersectionObserver(entries => {
      const near = entries.filter(entry => entry.isIntersecting);
      near.forEach(entry => {
        observer.unobserve(entry.target);
        this.draw(entry.target);
      });
      if (near.length > 0) {
        performance.mark("hypermax-drawn");
      }
    }, { rootMargin: "200px" });
    this.figures.forEach(figure => observer.observe(figure));
  }

  spec(figure) {
    return this.data.charts[Number(figure.dataset.chart)];
  }

  draw(figure) {
    if (this.handles.has(figure)) {
      return;
    }

    const host = figure.querySelector(".host");
    try {
      const handle = HypermaxCharts.draw(host, this.spec(figure), this.data.columns, this.data.themes[isDark() ? "dark" : "light"], this.callbacks);
      this.handles.set(figure, handle);
      if (this.selected.size > 0) {
        handle.select(this.selected);
      }

      figure.querySelector(".unzoom")?.addEventListener("click", () => handle.resetZoom());
      figure.dataset.drawn = "true";
    } catch (error) {
      // One chart that cannot be drawn must not take the others with it.
      host.textContent = `This chart could not be drawn: ${error.message}`;
      figure.dataset.drawn = "failed";
    }
  }

  select(numbers) {
    this.selected = numbers;
    this.handles.forEach(handle => handle.select(numbers));
  }

  /** Shows the charts about one parameter, or all. */
  startChooser() {
    const chooser = document.getElementById("chart-parameter");
    chooser?.addEventListener("change", () => {
      for (const figure of this.figures) {
        const names = this.spec(figure).parameters;
        figure.hidden = chooser.value !== "" && names.length > 0 && !names.includes(chooser.value);
      }
    });
  }
}
