using Microsoft.Playwright;

namespace Hypermax.Dashboard.Tests.Browsing;

/// <summary>A page with everything that it should not do: console errors, exceptions, dialogs, requests elsewhere.</summary>
/// <remarks>Breaches of its policy are console errors.</remarks>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly List<string> _complaints = [];
    private readonly IBrowserContext _context;

    public WatchedPage(IBrowserContext context, IPage page, string authority)
    {
        (_context, Page) = (context, page);

        // On a machine that does ten things at once half a minute is short.
        page.SetDefaultTimeout(90_000);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"console: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"exception: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && new Uri(request.Url).Authority != authority)
            {
                _complaints.Add($"request: {request.Url}");
            }
        };
        page.Dialog += async (_, dialog) =>
        {
            _complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator this[string selector] => Page.Locator(selector);

    /// <summary>Goes to an address and waits until the page is put together.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await Page.WaitForSelectorAsync("html[data-ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached, Timeout = 20_000 });
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
