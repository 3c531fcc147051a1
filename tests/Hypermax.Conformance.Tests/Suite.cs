using System.Reflection;

namespace Hypermax.Conformance.Tests;

/// <summary>Runs the tests of a suite the way xunit does: each on an instance of its own.</summary>
internal static class Suite
{
    /// <summary>Runs all promises of a suite.</summary>
    /// <param name="create">Makes an instance of the class that joined it.</param>
    /// <param name="only">The name of the one test to run, or null for all.</param>
    /// <remarks>Of one test, what its first row says is enough.</remarks>
    /// <returns>What each broken one said, by the name of its test.</returns>
    public static async Task<IReadOnlyDictionary<string, Exception>> RunAsync(Func<object> create, string? only = null)
    {
        SortedDictionary<string, Exception> broken = new(StringComparer.Ordinal);
        MethodInfo[] tests =
        [
            .. create().GetType().GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null && (only is null || method.Name == only)),
        ];
        Assert.NotEmpty(tests);
        foreach (MethodInfo test in tests)
        {
            InlineDataAttribute[] rows = [.. test.GetCustomAttributes<InlineDataAttribute>()];
            foreach (object[] arguments in rows.Length == 0 ? [[]] : rows.SelectMany(row => row.GetData(test)))
            {
                if (await TryAsync(create(), test, arguments) is { } error)
                {
                    broken[test.Name] = error;
                    if (only is not null)
                    {
                        return broken;
                    }
                }
            }
        }

        return broken;
    }

    /// <summary>Makes sure that a fault is caught by a test, in words that name the promise and show where it is broken.</summary>
    public static async Task CatchesAsync(Func<object> create, string test, params string[] words)
    {
        IReadOnlyDictionary<string, Exception> broken = await RunAsync(create, test);

        ConformanceException error = Assert.IsType<ConformanceException>(Assert.Contains(test, broken));
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
        Assert.Contains($" breaks a promise: {error.Promise}.", error.Message, StringComparison.Ordinal);
    }

    private static async Task<Exception?> TryAsync(object instance, MethodInfo test, object[] arguments)
    {
        using IDisposable? _ = instance as IDisposable;
        try
        {
            if (test.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task task)
            {
                await task;
            }

            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }
}
