using System.Reflection;
using Hypermax.Generators.Generation;
using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Generation.Studies.Model;
using Hypermax.Generators.Generation.Tuned.Model;

namespace Hypermax.Generators.Tests.Generation;

public sealed class ModelTests
{
    /// <summary>What the pipeline hands from step to step; everything else is reached from here.</summary>
    private static readonly Type[] Roots =
    [
        typeof(ProjectModel), typeof(ProjectFacts), typeof(SpaceModel), typeof(ObjectiveModel), typeof(TunedFile), typeof(TunedStudy), typeof(TunedClass),
    ];

    [Fact]
    public void Models_AllFields_HoldNothingOfRoslynAndCompareByValue()
    {
        HashSet<Type> seen = [];
        foreach (Type root in Roots)
        {
            Visit(root, root.Name, seen);
        }

        Assert.Contains(typeof(ScalarModel), seen);
        Assert.Contains(typeof(HierarchyShape), seen);
    }

    private static void Visit(Type type, string path, HashSet<Type> seen)
    {
        if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string))
        {
            return;
        }

        Assert.False(type.Namespace!.StartsWith("Microsoft", StringComparison.Ordinal), $"{path} is {type}, which keeps a compilation alive.");
        Assert.False(type.IsArray || typeof(Delegate).IsAssignableFrom(type), $"{path} is {type}, which does not compare by value.");
        if (type.IsGenericType)
        {
            foreach (Type argument in type.GetGenericArguments())
            {
                Visit(argument, $"{path}<{argument.Name}>", seen);
            }

            Assert.Contains(type.Name, new[] { "EquatableArray`1", "Nullable`1" });
            return;
        }

        bool comparesByValue = type.GetMethod("Equals", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, [type]) is not null;
        Assert.True(comparesByValue, $"{path} is {type}, which does not compare by value.");
        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        {
            Visit(field.FieldType, $"{path}.{field.Name}", seen);
        }

        foreach (Type derived in type.Assembly.GetTypes().Where(candidate => candidate.BaseType == type))
        {
            Visit(derived, $"{path}:{derived.Name}", seen);
        }
    }
}
