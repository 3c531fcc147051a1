using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Hypermax.Benchmarking.Measuring;

/// <summary>An instance of a class of benchmarks, set up and ready to be called.</summary>
internal sealed class BenchmarkClass : IDisposable
{
    private static readonly Type[] Unknown =
    [
        typeof(ArgumentsAttribute), typeof(ArgumentsSourceAttribute), typeof(IterationSetupAttribute), typeof(IterationCleanupAttribute),
    ];

    private readonly object _instance;
    private readonly Type _type;

    private BenchmarkClass(object instance, Type type, Action call)
    {
        _instance = instance;
        _type = type;
        Call = call;
    }

    /// <summary>Gets the benchmark.</summary>
    public Action Call { get; }

    /// <summary>Finds the method, sets the instance up, and checks that it is something that can be called in a loop.</summary>
    public static BenchmarkClass Create(Type type, object instance, string? method)
    {
        MethodInfo benchmark = Find(type, method);
        Refuse(type, benchmark);
        ParamsRule.Require(type, instance);
        BenchmarkClass made = new(instance, type, CallOf(instance, benchmark));
        made.Run<GlobalSetupAttribute>();
        return made;
    }

    public void Dispose() => Run<GlobalCleanupAttribute>();

    private static MethodInfo Find(Type type, string? method)
    {
        MethodInfo[] all = [.. type.GetMethods().Where(found => found.GetCustomAttribute<BenchmarkAttribute>() is not null)];
        MethodInfo[] chosen = method is null ? all : [.. all.Where(found => found.Name == method)];
        string names = all.Length == 0 ? "it has none" : $"it has {string.Join(", ", all.Select(found => $"'{found.Name}'"))}";
        string wanted = method is null ? "a public method" : $"a public method '{method}'";
        return chosen switch
        {
            [var one] => one,
            [] => throw new ArgumentException($"'{type.Name}' must have {wanted} with [Benchmark]; {names}.", nameof(method)),
            _ => throw new ArgumentException(
                $"'{type.Name}' has several methods with [Benchmark]; {names}. Name one: method: nameof({type.Name}.{all[0].Name}).",
                nameof(method)),
        };
    }

    private static void Refuse(Type type, MethodInfo benchmark)
    {
        foreach (MethodInfo method in type.GetMethods())
        {
            if (Array.Find(Unknown, attribute => method.IsDefined(attribute)) is { } attribute)
            {
                string name = attribute.Name[..^nameof(Attribute).Length];
                throw new ArgumentException(
                    $"'{type.Name}.{method.Name}' has [{name}], which cannot be measured in turns. "
                    + "Do that work in [GlobalSetup], or in the benchmark itself.",
                    nameof(type));
            }
        }

        if (benchmark.GetParameters().Length > 0)
        {
            throw new ArgumentException($"'{type.Name}.{benchmark.Name}' must take no parameters. Set properties of the instance instead.", nameof(benchmark));
        }
    }

    // A result is kept where the compiler cannot prove that nobody looks at it.
    private static Action CallOf(object instance, MethodInfo method)
    {
        Type result = method.ReturnType;
        if (result == typeof(void))
        {
            return method.CreateDelegate<Action>(instance);
        }

        if (typeof(Task).IsAssignableFrom(result))
        {
            Func<Task> start = method.CreateDelegate<Func<Task>>(instance);
            return () => start().GetAwaiter().GetResult();
        }

        MethodInfo keep = typeof(BenchmarkClass).GetMethod(nameof(Keep), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(result);
        return (Action)keep.Invoke(null, [instance, method])!;
    }

    private static Action Keep<T>(object instance, MethodInfo method)
    {
        Func<T> call = method.CreateDelegate<Func<T>>(instance);
        return () => Kept<T>.Value = call();
    }

    private void Run<TAttribute>()
        where TAttribute : Attribute
    {
        foreach (MethodInfo method in _type.GetMethods().Where(found => found.IsDefined(typeof(TAttribute))))
        {
            CallOf(_instance, method)();
        }
    }

    private static class Kept<T>
    {
        public static T? Value { get; set; }
    }
}
