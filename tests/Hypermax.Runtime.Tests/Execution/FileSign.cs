namespace Hypermax.Tests.Execution;

/// <summary>Waits for a sign that a program of a test leaves when it has come to a point.</summary>
internal static class FileSign
{
    /// <summary>Waits until there is such a file; gives up after two minutes, which no machine needs.</summary>
    public static async Task AppearsAsync(string path)
    {
        for (int i = 0; !File.Exists(path); i++)
        {
            Assert.True(i < 12_000, $"'{path}' never appeared.");
            await Task.Delay(10);
        }
    }
}
