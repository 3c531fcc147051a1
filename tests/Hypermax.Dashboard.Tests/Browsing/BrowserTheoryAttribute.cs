namespace Hypermax.Dashboard.Tests.Browsing;

/// <summary>A test with data that needs a browser.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}
