using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.CodeFixes.Usage;

public sealed class UsageFixTests
{
    [Fact]
    public Task UseTrialRandom_TrialThere_UsesIt() => Objective("HMX1101", "Use 'context.Random'",
        "(Space p, TrialContext context) => new Random().NextDouble();",
        "(Space p, TrialContext context) => context.Random.NextDouble();");

    [Fact]
    public Task UseTrialRandom_NoTrial_AddsIt() => Objective("HMX1101", "Add a TrialContext parameter and use 'trial.Random'",
        "(Space p) => Random.Shared.NextDouble();",
        "(Space p, TrialContext trial) => trial.Random.NextDouble();");

    [Fact]
    public Task UseTrialRandom_InLambda_SeedsANewOne() => Objective("HMX1101", "Use 'new Random(trial.Seed)'",
        "(Space p, TrialContext trial)\n    {\n        Func<double> draw = () => new Random().NextDouble();\n        return draw();\n    }",
        "(Space p, TrialContext trial)\n    {\n        Func<double> draw = () => new Random(trial.Seed).NextDouble();\n        return draw();\n    }");

    [Fact]
    public Task UseToken_CallWithOptionalToken_Passes() => Objective("HMX1104", "Use 'token'",
        "(Space p, CancellationToken token) => Work(1);\n\n    private static double Work(int n, CancellationToken stop = default) => n;",
        "(Space p, CancellationToken token) => Work(1, stop: token);\n\n    private static double Work(int n, CancellationToken stop = default) => n;");

    [Fact]
    public Task UseToken_CallWithOverload_Passes() => Objective("HMX1104", "Use 'token'",
        "(Space p, CancellationToken token)\n    {\n        Task.Delay(10).Wait();\n        return 0;\n    }",
        "(Space p, CancellationToken token)\n    {\n        Task.Delay(10, token).Wait(token);\n        return 0;\n    }");

    [Fact]
    public Task UseToken_Loop_ChecksInIt() => Objective("HMX1104", "Use 'token'",
        "(Space p, CancellationToken token)\n    {\n        double sum = 0;\n        for (int i = 0; i < 9; "
        + "i++)\n        {\n            sum += i;\n        }\n\n        return sum;\n    }",
        "(Space p, CancellationToken token)\n    {\n        double sum = 0;\n        for (int i = 0; i < 9; "
        + "i++)\n        {\n            token.ThrowIfCancellationRequested();\n            sum += i;\n        }\n\n        return sum;\n    }");

    [Fact]
    public Task UseToken_NothingElse_ChecksAtTheStart() => Objective("HMX1104", "Use 'token'",
        "(Space p, CancellationToken token)\n    {\n        return p.X;\n    }",
        "(Space p, CancellationToken token)\n    {\n        token.ThrowIfCancellationRequested();\n        return p.X;\n    }");

    [Fact]
    public Task AddBranches_Expression_BeforeTheCatchAll() => Switch(
        "        return b switch\n        {\n            Booster.None => 0,\n            _ => throw new InvalidOperationException(),\n        };",
        "        return b switch\n        {\n            Booster.None => 0,\n            Booster.Gradient gradient => throw new NotImplementedException(),\n  "
        + "          Booster.Tree.Deep => throw new NotImplementedException(),\n            _ => throw new InvalidOperationException(),\n        };");

    [Fact]
    public Task AddBranches_OneLine_StaysOne() => Switch(
        "        return b switch { Booster.None => 0, Booster.Tree.Deep => 1 };",
        "        return b switch { Booster.None => 0, Booster.Tree.Deep => 1, Booster.Gradient gradient => throw new NotImplementedException() };");

    [Fact]
    public Task AddBranches_Statement_BeforeDefault() => Switch(
        "        switch (b)\n        {\n            case Booster.None:\n                return 0;\n            case Booster.Tree:\n                return "
        + "1;\n            default:\n                throw new InvalidOperationException();\n        }",
        "        switch (b)\n        {\n            case Booster.None:\n                return 0;\n            case Booster.Tree:\n                return "
        + "1;\n            case Booster.Gradient gradient:\n                throw new NotImplementedException();\n            default:\n                throw "
        + "new InvalidOperationException();\n        }");

    private static Task Objective(string id, string title, string before, string after) => Harness.CodeFixes.Verify(id, title, Text(before), Text(after));

    private static string Text(string method) =>
        "using Hypermax;\n\n[SearchSpace]\npublic partial record Space([Uniform(0, 1)] double X);\n\npublic static class Training\n{\n    [Objective]\n    "
        + $"public static double Train{method}\n}}\n";

    private static Task Switch(string before, string after)
    {
        const string Head = "using Hypermax;\n\n[SearchSpace]\npublic abstract partial record Booster\n{\n    public sealed record None : "
            + "Booster;\n    public sealed record Gradient([Uniform(0, 1)] double Rate) : Booster;\n    public abstract record Tree : "
            + "Booster\n    {\n        public sealed record Deep : Tree;\n    }\n}\n\npublic static class Use\n{\n    public static double Of(Booster b)\n    "
            + "{\n";
        return Harness.CodeFixes.Verify("HMX0501", "Add the missing branches", Head + before + "\n    }\n}\n", Head + after + "\n    }\n}\n");
    }
}
