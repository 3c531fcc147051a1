using Hypermax;

StudyResult<Recipe> result = await Study.Create<Recipe>(new StudyOptions { Trials = 60 }).RunAsync(Taste);
Console.WriteLine($"best of {result.Trials.Count} trials: {result.BestValue:F4} with {result.BestParameters}");

// Anything that takes parameters and gives a number to be made small.
static double Taste(Recipe recipe) =>
    Math.Pow(recipe.Minutes - 42, 2) / 100 + Math.Pow(Math.Log10(recipe.Salt) + 1, 2) + (recipe.Oven == Oven.Gas ? 0 : 0.5);

[SearchSpace]
public partial record Recipe([Uniform(5, 90)] int Minutes, [LogUniform(0.001, 1)] double Salt, Oven Oven);

public enum Oven
{
    Gas,
    Electric,
}
