using Hypermax.TestSupport;

namespace Hypermax.Tests;

/// <summary>A test that needs Chromium, and the script that draws charts.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        Skip = Programs.SkipReason(
            Chromium.Missing ?? (Html.ReportAssets.Charts is null ? "The assembly was built without Node, so there are no interactive charts to test." : null));
    }
}
