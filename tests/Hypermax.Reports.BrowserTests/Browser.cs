using Microsoft.Playwright;

namespace Hypermax.Tests;

/// <summary>The browser that opens reports, which are files.</summary>
public sealed class Browser : Chromium
{
    /// <summary>Opens a file in a new page that notes everything it should not do.</summary>
    public async Task<WatchedPage> OpenAsync(string file, bool dark = false, string fragment = "")
    {
        IPage page = await Started.NewPageAsync(new BrowserNewPageOptions
        {
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = 1400, Height = 900 },
        });
        WatchedPage watched = new(page);
        await page.GotoAsync(new Uri(file).AbsoluteUri + fragment);
        await page.WaitForSelectorAsync("html[data-ready=true]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached, Timeout = 20_000 });
        return watched;
    }
}
