namespace Own;

public interface IClientStore { }
