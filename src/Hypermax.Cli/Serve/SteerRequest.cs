using System.Text.Json;
using Hypermax.Errors;
using Hypermax.Spaces;

namespace Hypermax.Serve;

/// <summary>The requests by which people steer: hold parameters still, let go of them, tell what is known already.</summary>
internal static class SteerRequest
{
    /// <summary>Gives parameters a value in every proposal from now on: <c>{"lr":0.1,"opt":"adam"}</c>.</summary>
    /// <exception cref="FormatException">There is no such parameter, or it cannot have that value; nothing was fixed then.</exception>
    public static void Fix(Study study, JsonElement values)
    {
        if (values.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("'fix' is an object such as {\"lr\":0.1}");
        }

        (string Name, double Value)[] read =
        [
            .. values.EnumerateObject().Select(entry => (entry.Name, PointJson.ReadValue(Known(study, entry.Name), entry.Value))),
        ];
        foreach ((string name, double value) in read)
        {
            study.Fix(name, value);
        }
    }

    /// <summary>Lets the sampler choose again: <c>["lr"]</c>.</summary>
    /// <exception cref="FormatException">There is no such parameter; nothing was freed then.</exception>
    public static void Free(Study study, JsonElement names)
    {
        if (names.ValueKind != JsonValueKind.Array)
        {
            throw new FormatException("'free' is an array such as [\"lr\"]");
        }

        foreach (string name in names.EnumerateArray().Select(name => Known(study, name.GetString() ?? string.Empty).Name).ToArray())
        {
            study.Free(name);
        }
    }

    /// <summary>Adds a trial that was evaluated elsewhere: <c>{"params":{…},"loss":0.1}</c>.</summary>
    /// <exception cref="FormatException">A key is missing, or the point is not one of the space.</exception>
    public static void Add(Study study, JsonElement known)
    {
        if (known.ValueKind != JsonValueKind.Object || !known.TryGetProperty("params", out JsonElement point))
        {
            throw new FormatException("'add' is an object such as {\"params\":{\"lr\":0.1},\"loss\":0.3}");
        }

        study.Add(PointJson.Read(study.Space, point), TellRequest.Outcome(known, "add", study.Header));
    }

    private static Parameter Known(Study study, string name) => study.Space.IndexOf(name) is >= 0 and var index
        ? study.Space.Parameters[index]
        : throw new FormatException(
            $"'{name}' is no parameter of the space; "
            + "did you mean "
            + $"{string.Join(" or ", NearestNames.Of(name, [.. study.Space.Parameters.Select(parameter => parameter.Name)]).Select(near => $"'{near}'"))}?");
}
