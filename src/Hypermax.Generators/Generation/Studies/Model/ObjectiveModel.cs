using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Studies.Model;

/// <summary>An objective: a method that studies evaluate.</summary>
/// <param name="Study">The name of the study.</param>
/// <param name="Method">The method as code names it.</param>
/// <param name="Owner">The class that declares it.</param>
/// <param name="Place">Where its tuned values stand.</param>
/// <param name="Space">The search space of its parameter.</param>
/// <param name="Arguments">What it takes, in order.</param>
/// <param name="Returns">How it returns it.</param>
/// <param name="Result">The figures that it returns, or null for a number.</param>
/// <param name="Settings">What its attribute says, as entries of a dictionary of texts.</param>
/// <param name="IsForbidden">Whether using the method, its class or its space is an error, because one of them is obsolete.</param>
/// <param name="IsMaximised">Whether larger values are better.</param>
/// <param name="Position">Where it is declared.</param>
internal sealed record ObjectiveModel(
    string Study,
    string Method,
    TypeModel Owner,
    TunedPlace Place,
    SpaceModel Space,
    EquatableArray<ObjectiveArgument> Arguments,
    ObjectiveReturn Returns,
    ResultModel? Result,
    EquatableArray<string> Settings,
    bool IsForbidden,
    bool IsMaximised,
    PositionModel? Position);
