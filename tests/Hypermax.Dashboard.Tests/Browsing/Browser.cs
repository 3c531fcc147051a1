using Microsoft.Playwright;

namespace Hypermax.Dashboard.Tests.Browsing;

/// <summary>The browser that opens pages of a server.</summary>
public sealed class Browser : Chromium
{
    /// <summary>Opens an address in a new page that notes everything it should not do.</summary>
    public async Task<WatchedPage> OpenAsync(string address, bool dark = false, int width = 1400, int height = 900, bool ignoresCertificates = false)
    {
        IBrowserContext context = await Started.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            IgnoreHTTPSErrors = ignoresCertificates,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        WatchedPage watched = new(context, await context.NewPageAsync(), new Uri(address).Authority);
        await watched.GoAsync(address);
        return watched;
    }
}
