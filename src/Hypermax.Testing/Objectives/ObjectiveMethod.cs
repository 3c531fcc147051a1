using System.Reflection;

namespace Hypermax.Testing.Objectives;

/// <summary>A test method that takes parameters and returns their value: what a search evaluates.</summary>
internal sealed class ObjectiveMethod
{
    private readonly MethodInfo _method;
    private readonly ISpaceValues _values;

    private ObjectiveMethod(MethodInfo method, ISpaceValues values)
    {
        _method = method;
        _values = values;
    }

    /// <summary>Gets the space that parameters are drawn from.</summary>
    public SearchSpace Space => _values.Space;

    /// <summary>Reads a method.</summary>
    /// <param name="method">The method.</param>
    /// <exception cref="HypermaxAssertException">A search cannot call it; the message says what to change.</exception>
    public static ObjectiveMethod Read(MethodInfo method)
    {
        string name = $"'{method.DeclaringType!.Name}.{method.Name}'";
        if (method.ReturnType != typeof(double) && method.ReturnType != typeof(Task<double>) && method.ReturnType != typeof(ValueTask<double>))
        {
            throw new HypermaxAssertException($"{name} has [Tune] but returns {TypeName(method.ReturnType)}; a search needs a value to compare. Return "
                + "double, Task<double> or ValueTask<double>.");
        }

        if (method.ContainsGenericParameters)
        {
            throw new HypermaxAssertException($"{name} has [Tune] but is generic, and a search calls it with one type. Remove the type parameter.");
        }

        ISpaceValues? values = null;
        HashSet<Type> seen = [];
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            Type type = parameter.ParameterType;
            Require(!type.IsByRef, name, $"takes '{parameter.Name}' by reference", "Take it by value.");
            if (type == typeof(TrialContext) || type == typeof(CancellationToken))
            {
                Require(seen.Add(type), name, $"takes two of {type.Name}", "Remove one.");
                continue;
            }

            Require(values is null, name, $"takes '{parameter.Name}' besides a search space", "Put all parameters into one record; apart from it a search "
                + "gives a TrialContext and a CancellationToken.");
            values = SpaceOf.Type(type);
            Require(values is not null, name, $"takes '{parameter.Name}' of type '{TypeName(type)}', which is no search space", MayBecomeSpace(type)
                ? $"Put [SearchSpace] on '{TypeName(type)}' and make it partial; look for warning CS9057 if it is there already, for then the generator did "
                    + "not run."
                : "Put the values into a partial record with [SearchSpace] and take that.");
        }

        Require(values is not null, name, "takes no search space", "Give it the record with [SearchSpace] whose values are to be tuned.");
        return new ObjectiveMethod(method, values!);
    }

    /// <summary>Makes the objective.</summary>
    /// <param name="instance">The instance of the test's class, or null for a static method.</param>
    public Func<Point, TrialContext, Task<double>> On(object? instance) => (point, trial) =>
    {
        object?[] arguments = [.. _method.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(TrialContext) ? trial
            : parameter.ParameterType == typeof(CancellationToken) ? trial.Cancellation
            : _values.Bind(point))];
        object? result = _method.Invoke(_method.IsStatic ? null : instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        return result switch
        {
            double value => Task.FromResult(value),
            ValueTask<double> task => task.AsTask(),
            _ => (Task<double>)result!,
        };
    };

    private static void Require(bool holds, string name, string fault, string remedy)
    {
        if (!holds)
        {
            throw new HypermaxAssertException($"{name} has [Tune] but {fault}. {remedy}");
        }
    }

    // What people declare themselves; not numbers, texts, lists and what else the framework has.
    private static bool MayBecomeSpace(Type type) => !type.IsArray && !type.IsInterface && !type.IsEnum && type.Assembly != typeof(int).Assembly;

    private static string TypeName(Type type) => type == typeof(void) ? "nothing" : type.Name;
}
