using TransformingLives.Bot.Hosting;

return await CommandLine.Create().Parse(args).InvokeAsync();
