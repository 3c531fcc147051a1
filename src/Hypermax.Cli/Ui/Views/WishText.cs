using Hypermax.Spaces;
using Hypermax.Ui.Live;

namespace Hypermax.Ui.Views;

/// <summary>What people want of a parameter, in a word or two.</summary>
internal static class WishText
{
    public static string Of(UiModel model, int parameter)
    {
        if (model.Wishes.Fixed[parameter] is double value)
        {
            return $"locked at {PointJson.ToText(model.Header.Space.Parameters[parameter], value)}";
        }

        if (model.Wishes.Ranges.FirstOrDefault(range => range.Parameter == parameter) is { } narrowed)
        {
            Parameter named = model.Header.Space.Parameters[parameter];
            return $"from {PointJson.ToText(named, narrowed.Low)} to {PointJson.ToText(named, narrowed.High)}";
        }

        return model.Wishes.Guidance.Scrambled.Contains(parameter) ? "scrambled"
            : model.Wishes.Guidance.Relearned.FirstOrDefault(wish => wish.Key == parameter, KeyValuePair.Create(-1, 0)) is { Key: >= 0 } relearned
                ? FormattableString.Invariant($"relearned from trial {relearned.Value}")
                : string.Empty;
    }
}
