using Hypermax.Search;

namespace Hypermax.Tests.Search;

public sealed class SearchVerbTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _details = new();

    public void Dispose()
    {
        _output.Dispose();
        _details.Dispose();
    }

    [Fact]
    public async Task Guard_AnErrorOfOurs_OneLineForPeopleAndTheDetailsForAReport()
    {
        Assert.Equal(ExitCodes.Internal, await GuardAsync(_ => throw new NotSupportedException("first line\nsecond line")));

        Assert.Equal(
            "error HMXB0014: The search ended unexpectedly: NotSupportedException: first line. Finished trials are kept; run it again to go on.",
            _output.ToString().TrimEnd());
        Assert.Contains("second line", _details.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guard_Cancelled_NothingToSay()
    {
        Assert.Equal(ExitCodes.Cancelled, await GuardAsync(_ => throw new OperationCanceledException()));

        Assert.Empty(_output.ToString() + _details);
    }

    private Task<int> GuardAsync(Func<CancellationToken, Task<int>> run) =>
        SearchVerb.GuardAsync(run, new SearchLines(_output, isForBuild: false), _details, CancellationToken.None);
}
